import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

/** Asks for the next page of a table; nothing when there is none. */
export function MoreButton({
  pages,
  children,
}: {
  readonly pages: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
  };
  readonly children: ReactNode;
}) {
  if (!pages.hasNextPage) return null;
  return (
    <Button
      variant="default"
      loading={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
      style={{ alignSelf: 'flex-start' }}
    >
      {children}
    </Button>
  );
}
