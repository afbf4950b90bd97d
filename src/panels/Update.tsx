import { Suspense } from 'react';
import { useStore } from 'zustand';
import type { UpdateStore } from '../store/updates.ts';
import { lazyPanel } from './lazyPanel.ts';

const UpdateNotice = lazyPanel(() => import('./UpdateNotice.tsx'));

/** What there is to say of a newer build, which is mostly nothing. */
export function Update({ store }: { readonly store: UpdateStore }) {
  const take = useStore(store, (state) => state.take);
  return (
    take && (
      <Suspense>
        <UpdateNotice store={store} take={take} />
      </Suspense>
    )
  );
}
