import type { MyPulsesQuery } from '@portevoix/graphql';
import { queryOf, useFormat, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { MyPulsesDocument } from './pulse.graphql';
import { texts } from './texts';

type Pulse = MyPulsesQuery['myPulses'][number];

/** The open pulse of the programme, with its words; undefined without one. */
export function useProgrammePulse(): { pulse: Pulse; title: string; text: string } | undefined {
  const t = useT(texts);
  const format = useFormat();
  const pulse = useQuery(queryOf(MyPulsesDocument, {})).data?.myPulses[0];
  return pulse && { pulse, title: t('programme.title'), text: pulse.closesOn ? t('programme.until', { day: format.dayMonth(pulse.closesOn) }) : t('programme.text') };
}
