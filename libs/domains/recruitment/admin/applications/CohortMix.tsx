import { useNavigate } from '@tanstack/react-router';
import { useCalls } from '../calls/useCalls';
import { MixCard } from './MixCard';

/** Beside a cohort: the mix of those accepted by the call that fills it. */
export function CohortMix({ cohortId }: { cohortId: string }) {
  const navigate = useNavigate();
  const { calls } = useCalls();
  const call = calls.find(({ cohort, phase }) => cohort?.id === cohortId && phase !== 'DRAFT');
  if (!call) return null;
  return <MixCard call={call} onChoose={() => void navigate({ to: '/recrutement/candidatures', search: { appel: call.id, etat: 'SUBMITTED' } as never })} />;
}
