import { Application } from './application';

/** The process of the analysis service behind an application. */
export async function servicePid(application: Application): Promise<number> {
    return (await application.askService<{ pid: number }>('/tmll/health')).pid;
}
