import { ServiceEvent } from '../protocol';

/** Hands what happens in the service to all who listen. */
export class ServiceEvents {
    private readonly listeners = new Set<(event: ServiceEvent) => void>();

    /** How many listen. */
    get listenerCount(): number {
        return this.listeners.size;
    }

    emit(event: ServiceEvent): void {
        for (const listener of [...this.listeners]) {
            listener(event);
        }
    }

    /** @returns what ends the subscription */
    subscribe(listener: (event: ServiceEvent) => void): () => void {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }
}
