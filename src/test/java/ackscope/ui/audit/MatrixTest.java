package ackscope.ui.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.Verdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every record in exactly one cell. */
class MatrixTest {

    @Test
    void everyFateHasOneCellAndTheyAddUp() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        long next = 1;
        for (Verdict fate : Arrays.stream(Verdict.values()).filter(v -> v.kind() == Verdict.Kind.FATE).toList()) {
            counts.put(fate, next);
            next *= 2;
        }
        Matrix matrix = Matrix.of(Reports.of(counts, List.of(), List.of(), false));
        assertEquals(next - 1, matrix.records());
        counts.forEach((fate, n) -> assertEquals(n, matrix.cell(fate).orElseThrow().records(), fate::name));
    }

    @Test
    void marksAreNoRecordsOfTheirOwn() {
        Matrix matrix = Matrix.of(Reports.of(Verdict.DELIVERED, 5, Verdict.DUPLICATED, 3));
        assertEquals(5, matrix.records());
        assertTrue(matrix.cell(Verdict.DUPLICATED).isEmpty());
        assertEquals(List.of(new Matrix.Cell(Verdict.DUPLICATED, 3)), matrix.marks());
    }

    @Test
    void rowsWithoutRecordsAreLeftOut() {
        assertEquals(List.of("Acked", "Failed"),
                Matrix.of(Reports.of(Verdict.DELIVERED, 5, Verdict.LOST, 1)).rows().stream().map(Matrix.Row::told)
                        .toList());
    }
}
