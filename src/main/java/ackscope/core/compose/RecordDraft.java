package ackscope.core.compose;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A record as composed. A tombstone is a draft whose value is null.
 *
 * @param partition   forced partition, or empty: the partitioner chooses
 * @param timestampMs forced timestamp in ms since the epoch, or empty: the time of {@code send()}
 */
public record RecordDraft(String topic, Payload key, Payload value, List<DraftHeader> headers, OptionalInt partition,
        OptionalLong timestampMs) {

    public RecordDraft {
        headers = List.copyOf(headers);
    }

    /** A header as typed. Names may repeat. */
    public record DraftHeader(String name, Payload value) {
    }
}
