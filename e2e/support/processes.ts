import { execFileSync } from 'node:child_process';
import { Application } from './application';

/** The process of the analysis service behind an application. */
export async function servicePid(application: Application): Promise<number> {
    return (await application.askService<{ pid: number }>('/tmll/health')).pid;
}

/** The process of its trace server, a child of the service. @throws Error when there is none */
export async function traceServerPid(application: Application): Promise<number> {
    const parent = String(await servicePid(application));
    const lines = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', parent], { encoding: 'utf8' }).split('\n');
    const pid = Number.parseInt(lines.find(line => line.includes('trace-server.js')) ?? '', 10);
    if (Number.isNaN(pid)) {
        throw new Error(`The service has no trace server among its processes:\n${lines.join('\n')}`);
    }
    return pid;
}
