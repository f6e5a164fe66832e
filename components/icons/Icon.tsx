import './icon.css';
import { mirrored, shapes, type IconName } from './shapes.ts';

/** A pictogram beside words that say the same: it has no name of its own. */
export function Icon({ name, size }: { name: IconName; size?: 'big' }) {
  const classes = ['icon', mirrored.has(name) && 'icon-mirrored', size === 'big' && 'icon-big'];
  return (
    <svg class={classes.filter(Boolean).join(' ')} viewBox="0 0 24 24" aria-hidden="true">
      {shapes[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
