import type { Answer } from '@alize/model';
import { Input, Radio } from '@mantine/core';
import { useId } from 'react';
import type { FieldProps } from './question-field.tsx';
import classes from './script.module.css';

// Where there is room the column's heading says what the label would.
const cellClasses = { body: classes.cell ?? '', labelWrapper: classes.cellLabel ?? '' };

/** Rows and columns as a table; where there is little room, one block a row. Arrows move within a row. */
export function MatrixField({ question, answer, shell, onAnswer }: FieldProps) {
  const id = useId();
  const { rows, options } = question;
  const given = byRow(answer);
  return (
    <Input.Wrapper {...shell} labelElement="div" labelProps={{ id }}>
      <div className={classes.matrixBox}>
        <table className={classes.matrix} aria-labelledby={id}>
          <thead>
            <tr>
              <td />
              {options.map((option) => (
                <th key={option.value} scope="col">
                  {option.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.value} {...(shell.error !== false && !given[row.value] && { 'data-open': true })}>
                <th scope="row">{row.label}</th>
                {options.map((option) => (
                  <td key={option.value}>
                    <Radio
                      size="md"
                      name={`${id}-${row.value}`}
                      label={option.label}
                      aria-label={`${row.label} : ${option.label}`}
                      classNames={cellClasses}
                      checked={given[row.value] === option.value}
                      onChange={() => onAnswer({ ...given, [row.value]: option.value })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Input.Wrapper>
  );
}

/** An answer by row, or by part of an address; nothing for other kinds. */
export function byRow(answer: Answer | null): Readonly<Record<string, string>> {
  return typeof answer === 'object' && answer !== null && !isList(answer) ? answer : {};
}

/** `Array.isArray` does not narrow a readonly array. */
const isList = (answer: Answer): answer is readonly string[] => Array.isArray(answer);
