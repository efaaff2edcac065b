import { PulseForm } from './PulseForm';
import { useProgrammePulse } from './useProgrammePulse';

/** The pulse of the programme, while one is open. */
export function ProgrammePulse() {
  const open = useProgrammePulse();
  return open ? <PulseForm key={open.pulse.id} {...open} /> : null;
}
