package ackscope.core.audit;

import ackscope.core.event.Ending;
import ackscope.core.send.Outcome;

/**
 * What the producer was told about one record, and what was asked of it.
 *
 * @param topic     index into {@link Claims#topics}
 * @param partition -1 while unknown
 * @param offset    as reported, -1 for none
 * @param checksum  of the value as it was sent, as the record's stamp holds it
 * @param producer  which of the run's producers sent it
 * @param ending    how its transaction ended
 * @param held      waits in the outbox
 * @param stamped   carries its number, so that it can be known again in the log
 */
public record Claim(Outcome outcome, int topic, int partition, long offset, int checksum, int producer, Ending ending,
        boolean held, boolean stamped) {
}
