import type { ComponentChildren } from 'preact';

import { Scene, type SceneName } from '@/components/scenes/Scene.tsx';
import { useServices } from '@/components/services.ts';
import { ReadAloud } from '@/components/ui/ReadAloud.tsx';

export type HeroProps = {
  readonly scene: SceneName;
  readonly heading: string;
  readonly body: string;
  readonly children?: ComponentChildren;
};

/** What happened, in a picture and two sentences. The oldest get the sentences alone. */
export function Hero({ scene, heading, body, children }: HeroProps) {
  const { band } = useServices();
  const pictured = band !== '16-17';
  return (
    <div class={pictured ? 'hero hero-pictured' : 'hero'}>
      {pictured && <Scene name={scene} {...(band === '13-15' ? { size: 'small' as const } : {})} />}
      <div class="hero-words">
        <h1>{heading}</h1>
        <p class="lead">{body}</p>
        <ReadAloud words={`${heading}. ${body}`} />
        {children}
      </div>
    </div>
  );
}
