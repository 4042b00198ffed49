import type { ReactElement } from 'react';

type MergedPathsProps = {
  paths: readonly string[];
  /** Class of the outline, then of the fill. */
  lineClass: string | undefined;
  fillClass: string | undefined;
};

/** Several paths as one shape: every outline first, every fill over them, so that no line shows where limbs meet. */
export function MergedPaths({ paths, lineClass, fillClass }: MergedPathsProps): ReactElement {
  return (
    <g>
      <g className={lineClass}>
        {paths.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
      <g className={fillClass}>
        {paths.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
    </g>
  );
}
