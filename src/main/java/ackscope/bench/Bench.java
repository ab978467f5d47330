package ackscope.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The benches. */
@Command(name = "bench", description = "Measures Ackscope beside other ways of doing the same.", mixinStandardHelpOptions = true, subcommands = {
        ThroughputBench.class, StartBench.class, UiBench.class, FaultBench.class, WireBench.class, AuditBench.class})
public final class Bench implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(),
                "Say which bench: throughput, wire, audit, start, ui or faults.");
    }
}
