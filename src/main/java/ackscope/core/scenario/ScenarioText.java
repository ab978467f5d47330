package ackscope.core.scenario;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.compose.Payload;
import ackscope.core.compose.PayloadType;
import ackscope.core.fault.Trigger;
import ackscope.core.run.Workload;
import ackscope.core.scenario.Step.After;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A scenario as the text of a file, which {@link ScenarioFile} reads back as the same. */
public final class ScenarioText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScenarioText() {
    }

    /** The text, with a newline at its end. */
    public static String of(Scenario scenario) {
        ObjectNode all = JSON.createObjectNode();
        all.put("version", Scenario.VERSION);
        all.put("title", scenario.title());
        all.put("words", scenario.words());
        all.put("explanation", scenario.explanation());
        all.put("seed", scenario.seed());
        ObjectNode topic = all.putObject("topic");
        topic.put("partitions", scenario.topic().partitions());
        topic.put("replication", scenario.topic().replication());
        topic.put("min.insync.replicas", scenario.topic().minInsync());
        texts(all, "settings", scenario.settings());
        scenario.changed().ifPresent(changed -> texts(all, "twin", changed));
        scenario.breaker().ifPresent(breaker -> breaker(all.putObject("breaker"), breaker));
        all.put("warmUp", scenario.warmUp());
        scenario.load().ifPresent(load -> load(all.putObject("workload"), load));
        if (!scenario.steps().isEmpty()) {
            var steps = all.putArray("steps");
            scenario.steps().forEach(step -> step(steps.addObject(), step, scenario.steps()));
        }
        expect(all.putObject("expect"), scenario.expected());
        if (scenario.twins()) {
            expect(all.putObject("expectOfTwin"), scenario.expectedOfTwin());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scenario cannot be written as JSON", e);
        }
    }

    private static void texts(ObjectNode to, String member, Map<String, String> texts) {
        ObjectNode group = to.putObject(member);
        texts.forEach((key, value) -> {
            if (value.isEmpty() && member.equals("twin")) {
                group.putNull(key);
            } else {
                group.put(key, value);
            }
        });
    }

    private static void breaker(ObjectNode to, BreakerSettings breaker) {
        to.put("window", breaker.size());
        to.put("least", breaker.least());
        to.put("failurePercent", breaker.failurePercent());
        to.put("slowMs", breaker.slowMs());
        to.put("slowPercent", breaker.slowPercent());
        to.put("openMs", breaker.openMs());
        to.put("tries", breaker.permits());
        to.put("replayPerSecond", breaker.replayPerSecond());
    }

    private static void load(ObjectNode to, Workload load) {
        to.put("records", load.count());
        if (load.ratePerSecond() > 0) {
            to.put("perSecond", load.ratePerSecond());
        }
        if (load.randomBytes() >= 0) {
            to.put("bytes", load.randomBytes());
        } else {
            payload(to, "value", "valueType", load.value());
        }
        if (load.keySpread() > 0) {
            to.put("keys", load.keySpread());
        } else {
            payload(to, "key", "keyType", load.key());
        }
        if (load.partition() >= 0) {
            to.put("partition", load.partition());
        }
        if (load.perTransaction() < Integer.MAX_VALUE) {
            to.put("perTransaction", load.perTransaction());
        }
        if (load.abortEvery() > 0) {
            to.put("abortEvery", load.abortEvery());
        }
        if (!load.headers().isEmpty()) {
            var headers = to.putArray("headers");
            load.headers().forEach(header -> {
                ObjectNode one = headers.addObject();
                one.put("name", header.name());
                payload(one, "value", "type", header.value());
            });
        }
    }

    private static void payload(ObjectNode to, String text, String type, Payload payload) {
        if (!payload.isNull()) {
            to.put(text, payload.text());
            if (payload.type() != PayloadType.STRING) {
                to.put(type, LoadForm.name(payload.type()));
            }
        }
    }

    private static void step(ObjectNode to, Step step, List<Step> all) {
        switch (step) {
            case Step.Break fault -> {
                to.put("fault", fault.fault());
                if (!fault.values().isEmpty()) {
                    texts(to, "with", fault.values());
                }
                trigger(to, fault.trigger());
                if (fault.until() != Step.Until.NOTHING) {
                    to.put("until", fault.until().id());
                }
            }
            case Step.Undo(After _, String fault, int which) -> {
                to.put("undo", fault);
                if (all.stream().filter(s -> s instanceof Step.Break b && b.fault().equals(fault)).count() > 1) {
                    to.put("which", which);
                }
            }
            case Step.Heal _ -> to.put("heal", true);
            case Step.Idle(After _, long ms) -> to.put("idleMs", ms);
            case Step.Rival _ -> to.put("rival", true);
            case Step.Show(After _, String experiment) -> to.put("show", experiment);
            case Step.Send(After _, Workload load) -> load(to.putObject("send"), load);
            case Step.SendAgain _ -> to.put("sendAgain", true);
            case Step.Transact(After _, var call) -> to.put("transaction", call.name().toLowerCase(Locale.ROOT));
        }
        if (step.after().said()) {
            after(to.putObject("after"), step.after());
        }
    }

    private static void trigger(ObjectNode to, Trigger trigger) {
        switch (trigger.pick()) {
            case Trigger.Pick.Every _ -> {
                // Nothing to say.
            }
            case Trigger.Pick.Next(long count) -> to.put("next", count);
            case Trigger.Pick.EveryKth(long k) -> to.put("every", k);
            case Trigger.Pick.Chance(double p, long _) -> to.put("chance", p);
        }
        trigger.lastsMs().ifPresent(ms -> to.put("forMs", ms));
    }

    private static void after(ObjectNode to, After after) {
        if (after.records() > 0) {
            to.put("records", after.records());
        }
        if (after.failed() > 0) {
            to.put("failed", after.failed());
        }
        if (after.reports()) {
            to.put("reports", true);
        }
        if (after.ms() > 0) {
            to.put("ms", after.ms());
        }
    }

    private static void expect(ObjectNode to, List<Expectation> expected) {
        for (Expectation one : expected) {
            ObjectNode at = one.name().isEmpty() ? to : to.withObjectProperty(one.quantity().id());
            String member = one.name().isEmpty() ? one.quantity().id() : one.name();
            Expectation.Range range = one.range();
            if (range.least() == range.most()) {
                at.put(member, range.least());
            } else {
                ObjectNode bounds = at.putObject(member);
                if (range.least() > 0) {
                    bounds.put("atLeast", range.least());
                }
                if (range.most() < Long.MAX_VALUE) {
                    bounds.put("atMost", range.most());
                }
            }
        }
    }
}
