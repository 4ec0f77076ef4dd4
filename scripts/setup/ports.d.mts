export function choosePort(wish: { host: string; port: number; isExplicit: boolean; name: string }): Promise<number>;
