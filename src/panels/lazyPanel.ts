import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { wordsOfTheRest } from '../i18n/load.ts';

/** What loads when it is looked at, and has its words with it in any language. */
export function lazyPanel<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [module] = await Promise.all([load(), wordsOfTheRest()]);
    return module;
  });
}
