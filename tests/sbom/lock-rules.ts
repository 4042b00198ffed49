// What every package in the lock must be: its bytes fixed by a hash, and nothing of it run when it is installed.

type Lock = { packages: Readonly<Record<string, { integrity?: string; hasInstallScript?: boolean; link?: boolean }>> };
type Manifest = {
  allowScripts?: Readonly<Record<string, boolean>>;
  dependencies?: Readonly<Record<string, string>>;
  devDependencies?: Readonly<Record<string, string>>;
  optionalDependencies?: Readonly<Record<string, string>>;
};

/** Packages of the lock that break a rule, one sentence each. A package with an install script must be refused by name in `allowScripts`. */
export function lockProblems({ packages }: Lock, { allowScripts = {} }: Manifest): string[] {
  return Object.entries(packages).flatMap(([path, entry]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (path === '') return [];
    return [
      ...(entry.integrity?.startsWith('sha512-') === true ? [] : [`${name} has no sha512 hash`]),
      ...(entry.hasInstallScript === true && allowScripts[name] !== false ? [`${name} runs a script when it is installed`] : []),
    ];
  });
}

/** Direct dependencies that are a range and not one version. */
export function pinProblems({ dependencies, devDependencies, optionalDependencies }: Manifest): string[] {
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} is not pinned: ${version}`);
}
