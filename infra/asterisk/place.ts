/** The folders of one Asterisk instance, as Asterisk itself sees them (inside its root). */
export interface Place {
  readonly etc: string;
  readonly run: string;
  readonly log: string;
  readonly spool: string;
  readonly lib: string;
}

/** Addresses of this machine that the configuration binds to; nothing is bound to all of them. */
export interface Addresses {
  /** Where agents' browsers send their audio. */
  readonly seatMedia: string;
  /** By trunk name: the address from which this machine reaches that carrier. */
  readonly trunks: Readonly<Record<string, string>>;
}

/** The folders of an instance below `folder`, an absolute path without `/` at its end. */
export function placeAt(folder: string): Place {
  return {
    etc: `${folder}/etc`,
    run: `${folder}/run`,
    log: `${folder}/log`,
    spool: `${folder}/spool`,
    lib: `${folder}/lib`,
  };
}
