import type { CampaignId } from '@alize/model';
import { useMutation } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { useRef } from 'react';
import { api, ask } from '../../../shared/api.ts';

type ForecastCall = (typeof api.v1.campaigns)[':id']['forecast']['$post'];
export type ForecastQuestion = InferRequestType<ForecastCall>['json'];
export type ForecastAnswer = InferResponseType<ForecastCall>;
export type ForecastVariant = ForecastAnswer['variants'][number];

/** Asks for a forecast; `cancel` gives it up. Nothing is changed by asking. */
export function useForecast(id: CampaignId) {
  const running = useRef<AbortController>(null);
  const forecast = useMutation({
    mutationFn: (json: ForecastQuestion) => {
      running.current = new AbortController();
      const init = { signal: running.current.signal };
      return ask(api.v1.campaigns[':id'].forecast.$post({ param: { id }, json }, { init }));
    },
  });
  const cancel = () => {
    running.current?.abort();
    forecast.reset();
  };
  return { ...forecast, cancel };
}
