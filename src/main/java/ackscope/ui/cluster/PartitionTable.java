package ackscope.ui.cluster;

import static java.util.stream.Collectors.joining;

import ackscope.core.cluster.ClusterView.Partition;
import ackscope.ui.base.CutCell;
import ackscope.ui.base.OutcomeMark;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The partitions of the chosen topic: who leads, who is in sync, and in words who is not. */
final class PartitionTable {
    private final TableView<Partition> table = new TableView<>();

    PartitionTable(ObservableList<Partition> partitions) {
        table.setId("topic-partitions");
        table.setAccessibleText("Partitions of the chosen topic");
        table.setPlaceholder(new Label("The partitions are not known yet"));
        table.getColumns().add(column("Partition", 70, p -> Integer.toString(p.number())));
        table.getColumns().add(column("Leader", 56, p -> p.leader() < 0 ? "none" : Integer.toString(p.leader())));
        table.getColumns().add(column("In sync", 68, p -> ids(p.isr())));
        table.getColumns().add(column("Replicas", 72, p -> ids(p.replicas())));
        TableColumn<Partition, Partition> state = new TableColumn<>("State");
        state.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
        state.setCellFactory(_ -> new StateCell());
        state.setSortable(false);
        state.setPrefWidth(130);
        table.getColumns().add(state);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(partitions);
        VBox.setVgrow(table, Priority.ALWAYS);
    }

    Region node() {
        return table;
    }

    private static TableColumn<Partition, String> column(String name, double width, Function<Partition, String> words) {
        TableColumn<Partition, String> column = new TableColumn<>(name);
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(words.apply(f.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        return column;
    }

    private static String ids(List<Integer> ids) {
        return ids.stream().sorted().map(Object::toString).collect(joining(", "));
    }

    /** What is the matter with a partition, in words. */
    static String state(Partition partition) {
        List<Integer> missing = partition.replicas().stream().filter(id -> !partition.isr().contains(id)).sorted()
                .toList();
        String out = missing.isEmpty() ? "" : ids(missing) + (missing.size() == 1 ? " is" : " are") + " out of sync";
        return partition.leader() < 0
                ? "no leader" + (out.isEmpty() ? "" : "; " + out)
                : out.isEmpty() ? "all in sync" : out;
    }

    private static final class StateCell extends CutCell<Partition, Partition> {
        private final OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.ACKED, 11);

        @Override
        protected void updateItem(Partition partition, boolean empty) {
            super.updateItem(partition, empty);
            getStyleClass().removeAll("text-failed", "text-retrying");
            if (empty || partition == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            boolean out = partition.isr().size() < partition.replicas().size();
            boolean lost = partition.leader() < 0;
            mark.show(lost ? OutcomeMark.Kind.FAILED : out ? OutcomeMark.Kind.RETRYING : OutcomeMark.Kind.ACKED);
            if (lost || out) {
                getStyleClass().add(lost ? "text-failed" : "text-retrying");
            }
            setText(state(partition));
            setGraphic(mark);
        }
    }
}
