package ackscope.ui.attempts;

import ackscope.core.event.Answer;
import ackscope.core.event.Attempt;
import ackscope.core.event.AttemptEvent;
import ackscope.core.event.BatchLife;
import ackscope.core.event.RecordId;
import ackscope.ui.base.AttemptMeaning;
import ackscope.ui.base.AttemptWords;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tries as CSV (RFC 4180), one line each. Any thread. */
final class AttemptsCsv {
    private AttemptsCsv() {
    }

    static void write(List<BatchLife> lives, Writer out) throws IOException {
        out.write(
                "batch,part of,client,topic,partition,first record,last record,transactional,compression,try,sent,broker,"
                        + "producer id,epoch,sequence,acks,records,bytes,request,reached the broker,ms,answer,offset,heard,"
                        + "error heard,fault,what it means\r\n");
        for (BatchLife life : lives) {
            for (int i = 0; i < life.attempts().size(); i++) {
                Attempt a = life.attempts().get(i);
                double ms = AttemptWords.ms(a);
                out.write(String.join(",", Long.toString(life.id()), life.parent() < 0 ? "" : "" + life.parent(),
                        quoted(life.clientId()), quoted(life.topic()), "" + life.partition(), number(life.first()),
                        number(life.last()), life.transactional() ? "yes" : "no", life.compression(),
                        "" + a.number(), Instant.EPOCH.plus(a.sentUs(), ChronoUnit.MICROS).toString(), "" + a.node(),
                        "" + a.producerId(), "" + a.epoch(), "" + a.sequence(), a.acks() < 0 ? "all" : "" + a.acks(),
                        "" + a.records(), "" + a.bytes(), "" + a.correlationId(), a.forwarded() ? "yes" : "no",
                        Double.isNaN(ms) ? "" : String.format(Locale.ROOT, "%.3f", ms), quoted(said(a)), offset(a),
                        a.heard().name().toLowerCase(Locale.ROOT).replace('_', ' '), a.heardError(), quoted(a.fault()),
                        quoted(AttemptMeaning.of(life, i))) + "\r\n");
            }
        }
    }

    static void writeTold(List<AttemptEvent> events, Writer out) throws IOException {
        out.write("told,partition,request,answer,what it means\r\n");
        for (AttemptEvent event : events.reversed()) {
            out.write(String.join(",", Instant.ofEpochMilli(event.atMs()).toString(), quoted(ToldLines.place(event)),
                    "" + ToldLines.correlationId(event), quoted(ToldLines.error(event)),
                    quoted(ToldLines.meaning(event))) + "\r\n");
        }
    }

    private static String said(Attempt a) {
        return a.said() instanceof Answer.Given g ? g.error() : AttemptWords.answer(a);
    }

    private static String offset(Attempt a) {
        return a.said() instanceof Answer.Given g && g.baseOffset() >= 0 ? Long.toString(g.baseOffset()) : "";
    }

    private static String number(Optional<RecordId> id) {
        return id.map(i -> i.number() + (i.resend() == 0 ? "" : "." + i.resend())).orElse("");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
