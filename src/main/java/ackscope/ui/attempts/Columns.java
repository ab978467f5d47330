package ackscope.ui.attempts;

import ackscope.core.event.Attempt;
import ackscope.ui.base.AttemptMeaning;
import ackscope.ui.base.AttemptWords;
import ackscope.ui.base.Figures;
import ackscope.ui.base.OutcomeMark;
import ackscope.ui.base.TextCell;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The columns of the table: what each says of a try, of a line of the client's log, and how it sorts. FX thread. */
final class Columns {
    private static final String NOTHING = "–";

    private final TableColumn<Line, Content> number = figure("Try", 42, t -> t.attempt().number());
    private final TableColumn<Line, Content> batch = text("Batch", 110,
            t -> Figures.count(t.life().id()) + " · " + t.life().topic() + "-" + t.life().partition(),
            told -> ToldLines.place(told.event()));
    private final TableColumn<Line, Content> request = text("Request", 64,
            t -> Figures.count(t.attempt().correlationId()),
            told -> Figures.count(ToldLines.correlationId(told.event())));
    private final TableColumn<Line, Content> answer = text("Answer", 180, t -> AttemptWords.answer(t.attempt()),
            told -> ToldLines.error(told.event()));
    private final TableColumn<Line, Content> fault = text("Fault", 132, t -> t.attempt().fault(), _ -> "");
    private final TableColumn<Line, Content> heard = text("Heard", 86, Columns::heard, _ -> "");
    private final TableColumn<Line, Content> identity = text("Id · epoch", 76,
            t -> AttemptWords.idEpoch(t.attempt()), _ -> NOTHING);
    private final TableColumn<Line, Content> sequence = figure("Sequence", 70, t -> t.attempt().sequence());
    private final TableColumn<Line, Content> bytes = figure("Bytes", 60, t -> t.attempt().bytes());
    private final List<TableColumn<Line, Content>> all;

    Columns() {
        request.getStyleClass().add("number");
        batch.setCellFactory(_ -> TextCell.ofPlace(((Words) batch.getUserData())::of));
        answer.setCellFactory(_ -> new AnswerCell());
        heard.setCellFactory(_ -> new HeardCell());
        fault.setCellFactory(_ -> new FaultCell());
        TableColumn<Line, Content> sent = text("Sent", 97, t -> Figures.clock(t.attempt().sentUs() / 1000),
                told -> Figures.clock(told.event().atMs()));
        sent.setComparator(Comparator.comparingDouble(c -> switch (c) {
            case Content.Try t -> t.attempt().sentUs();
            case Content.Told told -> told.event().atMs() * 1000.0;
            case Content.Head _,Content.Broker _,Content.Gap _ -> 0;
        }));
        all = List.of(number, batch, sent, figure("Broker", 54, t -> t.attempt().node()),
                identity, sequence,
                figure("Records", 62, t -> t.attempt().records()),
                bytes, request, ms(), answer,
                heard, fault,
                text("What it means", 330, Columns::meaning,
                        told -> ToldLines.meaning(told.event())));
    }

    List<TableColumn<Line, Content>> all() {
        return all;
    }

    /** Those that tell least, the first to go where there is little room. */
    List<TableColumn<Line, Content>> spare() {
        return List.of(request, bytes, identity, sequence);
    }

    TableColumn<Line, Content> number() {
        return number;
    }

    TableColumn<Line, Content> batch() {
        return batch;
    }

    /** A line as tab-separated text. */
    String text(Line line) {
        return switch (line.content()) {
            case Content.Head head -> "Batch " + head.life().id() + "\t" + head.life().topic() + "-"
                    + head.life().partition() + "\t" + AttemptWords.records(head.life()) + "\t"
                    + AttemptWords.summary(head.life());
            case Content.Broker b -> "Broker " + b.node() + "\t" + b.tries() + " tries\t" + b.failed() + " failed";
            case Content.Gap gap -> "tries " + gap.first() + " to " + gap.last();
            case Content.Try _,Content.Told _ -> all.stream().map(c -> ((Words) c.getUserData()).of(line.content()))
                    .collect(Collectors.joining("\t"));
        };
    }

    /** What reached the client; where that is what the broker said, so much. */
    private static String heard(Content.Try t) {
        return t.attempt().heard() == Attempt.Heard.AS_SAID ? "the same" : AttemptWords.heard(t.attempt());
    }

    /** With the wait before the next try, which the wire knows only when that came. */
    private static String meaning(Content.Try t) {
        String words = AttemptMeaning.of(t.life(), t.index());
        if (t.latest() || t.attempt().endedUs() == 0) {
            return words;
        }
        double wait = t.life().attempts().get(t.index() + 1).sentUs() - t.attempt().endedUs();
        return words + "; again after " + Figures.ms(Math.max(0, wait) / 1000);
    }

    private static TableColumn<Line, Content> ms() {
        TableColumn<Line, Content> column = figure("ms", 54, t -> AttemptWords.ms(t.attempt()));
        Words words = new Words(t -> Figures.number(AttemptWords.ms(t.attempt())), _ -> NOTHING);
        column.setUserData(words);
        column.setCellFactory(_ -> new TextCell<>(words::of));
        return column;
    }

    private static TableColumn<Line, Content> figure(String title, double width, ToDoubleFunction<Content.Try> value) {
        TableColumn<Line, Content> column = text(title, width, t -> {
            double v = value.applyAsDouble(t);
            return v < 0 || Double.isNaN(v) ? NOTHING : Figures.count((long) v);
        }, _ -> NOTHING);
        column.setComparator(Comparator.comparingDouble(
                c -> c instanceof Content.Try t ? value.applyAsDouble(t) : Double.NEGATIVE_INFINITY));
        column.getStyleClass().add("number");
        return column;
    }

    private static TableColumn<Line, Content> text(String title, double width, Function<Content.Try, String> ofTry,
            Function<Content.Told, String> ofTold) {
        TableColumn<Line, Content> column = new TableColumn<>(title);
        Words words = new Words(ofTry, ofTold);
        column.setPrefWidth(width);
        column.setUserData(words);
        column.setCellValueFactory(cell -> cell.getValue().contentProperty());
        column.setCellFactory(_ -> new TextCell<>(words::of));
        column.setComparator(Comparator.comparing(words::of));
        return column;
    }

    /** What a column says; nothing of a line that goes over the whole width. */
    private record Words(Function<Content.Try, String> ofTry, Function<Content.Told, String> ofTold) {
        String of(Content content) {
            return switch (content) {
                case Content.Try t -> ofTry.apply(t);
                case Content.Told told -> ofTold.apply(told);
                case Content.Head _,Content.Broker _,Content.Gap _ -> "";
            };
        }
    }

    /** What the broker said, with its mark. */
    private final class AnswerCell extends TextCell<Line, Content> {
        private final OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.WAITING, 11);

        AnswerCell() {
            super(((Words) answer.getUserData())::of);
        }

        @Override
        protected void updateItem(Content content, boolean empty) {
            super.updateItem(content, empty);
            getStyleClass().removeIf(s -> s.startsWith("text-"));
            boolean shown = !empty && content != null && !content.wide();
            setGraphic(shown ? mark : null);
            if (shown) {
                OutcomeMark.Kind kind = content instanceof Content.Try t
                        ? AttemptWords.saidMark(t.attempt())
                        : OutcomeMark.Kind.FAILED;
                mark.show(kind);
                getStyleClass().add("text-" + kind.styleClass());
            }
        }
    }

    /** What the client heard in place of that, in the colour of what it made of the try. */
    private final class HeardCell extends TextCell<Line, Content> {
        HeardCell() {
            super(((Words) heard.getUserData())::of);
        }

        @Override
        protected void updateItem(Content content, boolean empty) {
            super.updateItem(content, empty);
            getStyleClass().removeIf(s -> s.startsWith("text-"));
            if (!empty && content instanceof Content.Try t) {
                boolean same = t.attempt().heard() == Attempt.Heard.AS_SAID;
                if (same || AttemptWords.failed(t.attempt())) {
                    getStyleClass().add(same ? "text-waiting" : "text-failed");
                }
            }
        }
    }

    /** What interfered, as a badge. */
    private final class FaultCell extends TextCell<Line, Content> {
        private final Label badge = new Label("", new FontIcon("fth-zap"));
        private final Tooltip whole = new Tooltip();

        FaultCell() {
            super(((Words) fault.getUserData())::of);
            badge.getStyleClass().add("fault-chip");
            badge.setMinWidth(0);
        }

        @Override
        protected void updateItem(Content content, boolean empty) {
            super.updateItem(content, empty);
            String text = Objects.requireNonNullElse(getText(), "");
            setText(null);
            badge.setText(text);
            whole.setText(text);
            setTooltip(text.isEmpty() ? null : whole);
            setGraphic(text.isEmpty() ? null : badge);
        }
    }
}
