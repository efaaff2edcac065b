import { queryOf, useFormat, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { PulseForm } from './PulseForm';
import { MyPulsesDocument } from './pulse.graphql';
import { texts } from './texts';

/** The pulse of the programme, while one is open. */
export function ProgrammePulse() {
  const t = useT(texts);
  const format = useFormat();
  const { data } = useQuery(queryOf(MyPulsesDocument, {}));
  const pulse = data?.myPulses[0];
  if (!pulse) return null;
  return <PulseForm key={pulse.id} pulse={pulse} title={t('programme.title')} text={pulse.closesOn ? t('programme.until', { day: format.dayMonth(pulse.closesOn) }) : t('programme.text')} />;
}
