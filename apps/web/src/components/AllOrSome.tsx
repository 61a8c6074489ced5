import { Select } from '@jejak/ui/Select';

interface AllOrSomeProps {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly some: string;
  readonly isSome: boolean;
  readonly onChange: (isSome: boolean) => void;
}

/** Chooses between everything and what is ticked below. */
export function AllOrSome({ name, label, all, some, isSome, onChange }: AllOrSomeProps) {
  return (
    <Select
      name={name}
      label={label}
      value={isSome ? 'some' : 'all'}
      onChange={({ target }) => onChange(target.value === 'some')}
      options={[
        { value: 'all', label: all },
        { value: 'some', label: some },
      ]}
    />
  );
}
