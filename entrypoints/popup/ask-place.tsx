import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AskFormProps } from './ask-form';
import type { PopupState } from './popup-state';

/** Where a question stands. The form itself is loaded when it is asked for the first time. */
export function AskPlace({ popup }: { popup: PopupState }) {
  const [form, setForm] = useState<{ view: FunctionComponent<AskFormProps> } | undefined>();
  useEffect(() => {
    void import('./ask-form').then(({ AskForm }) => setForm({ view: AskForm }));
  }, []);
  const Form = form?.view;
  return <div class="ask-place">{Form && <Form popup={popup} />}</div>;
}
