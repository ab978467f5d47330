package ackscope.ui.compose;

import ackscope.core.compose.KeyPartition;
import ackscope.core.compose.Payload;
import ackscope.core.compose.Template;

/**
 * Where a record will go, in words: by its forced partition, by the hash of its key where that is known beforehand, or by the
 * partitioner.
 *
 * @param partitions  how many it has, 0 while unknown
 * @param forced      whether a partition was typed
 * @param keysChoose  whether the client's built-in partitioner goes by the key
 * @param keySpread   distinct keys of a load, 0: the key as typed
 * @param first       what {@code ${n}} will give first
 */
record PartitionPreview(int partitions, boolean forced, boolean keysChoose, long keySpread, long first) {

    String of(Payload key) {
        if (forced) {
            return "forced";
        }
        if (!keysChoose) {
            return "the partitioner chooses";
        }
        if (keySpread > 0) {
            return "spread over " + keySpread + (keySpread == 1 ? " key" : " keys");
        }
        if (key.isNull()) {
            return "no key: sticky, by batch";
        }
        try {
            Template template = Template.parse(key.text());
            if (partitions == 0 || !template.repeatable()) {
                return "by the hash of each key";
            }
            String text = template.render(new Template.Draw(first, 0, 0));
            return text + " → partition " + KeyPartition.of(key.type().bytes(text), partitions);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
