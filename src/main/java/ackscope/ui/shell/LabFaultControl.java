package ackscope.ui.shell;

import ackscope.core.fault.Fault;
import ackscope.core.fault.FaultBoard;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultException;
import ackscope.ui.faults.FaultControl;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Joins the faults' panels to the lab. */
final class LabFaultControl implements FaultControl {
    private final FaultCatalogue catalogue = new FaultCatalogue();
    private final BooleanSupplier ownLab;
    private final Supplier<Optional<FaultBoard>> board;
    private final BooleanSupplier playing;

    /**
     * @param ownLab  whether the cluster in use is the lab's own
     * @param board   the board of the cluster in use, if it has one
     * @param playing whether something is played there, which breaks and heals as it needs
     */
    LabFaultControl(BooleanSupplier ownLab, Supplier<Optional<FaultBoard>> board, BooleanSupplier playing) {
        this.ownLab = ownLab;
        this.board = board;
        this.playing = playing;
    }

    @Override
    public FaultCatalogue catalogue() {
        return catalogue;
    }

    @Override
    public boolean ownLab() {
        return ownLab.getAsBoolean();
    }

    @Override
    public void inject(Fault fault) {
        board().inject(fault);
    }

    @Override
    public void undo(long id) {
        board().undo(id);
    }

    @Override
    public void healAll(Consumer<String> progress) {
        board().healAll(progress);
    }

    private FaultBoard board() {
        if (playing.getAsBoolean()) {
            throw new FaultException("What is being played breaks and heals the cluster as it needs. Wait for its end,"
                    + " or cancel it.");
        }
        return board.get().orElseThrow(() -> new FaultException(
                "The cluster in use cannot be broken. Start the lab's own cluster, then set the fault again."));
    }
}
