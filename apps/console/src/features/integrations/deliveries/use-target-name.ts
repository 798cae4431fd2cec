import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { calendarsQuery } from '../../../shared/booking/booking-queries.ts';
import { formatPhone } from '../../../shared/format.ts';
import { campaignsQuery } from '../../../shared/trade/queries.ts';
import { webhooksQuery } from '../webhooks/webhook-queries.ts';
import type { DeliveryRow } from './delivery-queries.ts';

/** Whom a delivery is for, as people name them. */
export function useTargetName(): (delivery: Pick<DeliveryRow, 'way' | 'target'>) => string {
  const { t } = useTranslation('deliveries');
  const { data: webhooks } = useQuery(webhooksQuery);
  const { data: calendars = [] } = useQuery(calendarsQuery);
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const nameIn = (named: readonly { id: string; name: string }[], id: string) =>
    named.find((one) => one.id === id)?.name ?? id;
  return ({ way, target }) => {
    switch (way) {
      case 'webhook':
        if (!webhooks) return '…';
        return webhooks.find(({ id }) => id === target)?.url ?? t('gone');
      case 'calendar':
        return nameIn(calendars, target);
      case 'csv_drop':
        return nameIn(campaigns, target);
      case 'sms':
        return formatPhone(target);
      case 'email':
        return target;
      default:
        return way satisfies never;
    }
  };
}
