package ackscope.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.run.MadeUpRuns;
import ackscope.core.run.RunComparison;
import ackscope.core.run.RunRecord;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RunReportTest {
    private static Document parsed(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(html)));
    }

    private static List<String> texts(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent().replace("\n", ""))
                .toList();
    }

    @Test
    void aRunsReportIsWellFormedAndHoldsItsFiguresAndCharts() throws Exception {
        Document page = parsed(RunReport.of(MadeUpRuns.lost()));
        assertEquals(List.of("acks=1 under a leader loss"), texts(page, "h1"));
        assertEquals(5, page.getElementsByTagName("svg").getLength());
        assertTrue(texts(page, "tr").contains("lost50"), texts(page, "tr")::toString);
        assertTrue(texts(page, "tr").contains("sent50 + 1"), texts(page, "tr")::toString);
        assertTrue(texts(page, "p").contains("+ 1: sent first, only to warm the producer up."));
        assertTrue(texts(page, "td").stream().anyMatch(t -> t.startsWith("50 records of 100 random bytes")));
        assertTrue(texts(page, "p").stream().anyMatch(t -> t.contains("Set acks=all with min.insync.replicas=2.")));
    }

    @Test
    void aComparisonBeginsWithWhatFollows() throws Exception {
        RunComparison pair = new RunComparison(MadeUpRuns.lost(), MadeUpRuns.safe());
        Document page = parsed(RunReport.of(pair));
        assertTrue(texts(page, "p").contains(pair.conclusion()));
        assertTrue(texts(page, "tr").contains("lost500"), texts(page, "tr")::toString);
        assertTrue(texts(page, "tr").contains("acks1all"));
        NodeList paths = page.getElementsByTagName("path");
        assertEquals(10, paths.getLength());
    }

    @Test
    void nothingThatIsTypedBecomesMarkup() throws Exception {
        String evil = "<script>alert('x')</script>&\"\u0001]]>";
        RunRecord run = MadeUpRuns.lost().named(evil);
        String html = RunReport.of(run);
        assertFalse(html.contains("<script"), html);
        assertEquals(List.of("<script>alert('x')</script>&\"\uFFFD]]>"), texts(parsed(html), "h1"));
        String both = RunReport.of(new RunComparison(run, run));
        assertFalse(both.contains("<script"), both);
        parsed(both);
    }

    @Test
    void nothingIsFetchedFromAnywhere() {
        String html = RunReport.of(new RunComparison(MadeUpRuns.lost(), MadeUpRuns.safe()));
        assertFalse(
                html.replace("http://www.w3.org/1999/xhtml", "").matches("(?s).*(https?:|src=|href=|@import|url\\().*"),
                html);
        assertTrue(html.contains("prefers-color-scheme: dark"));
    }

    @Test
    void aSpreadsheetRunsNothing() {
        String csv = RunTables.offenders(List.of(MadeUpRuns.lost().named("=cmd|'/c calc'!A1")));
        assertTrue(csv.contains("\"'=cmd|"), csv);
        assertTrue(csv.contains("\"'=told offset 1"), csv);
        assertEquals(2, csv.lines().count());
    }

    @Test
    void seriesLeaveAFieldEmptyWhereThereIsNoValue() {
        String csv = RunTables.series(List.of(MadeUpRuns.safe()));
        assertEquals(27, csv.lines().count());
        assertTrue(csv.lines().skip(1).findFirst().orElseThrow().endsWith("0.000,0.000,0.000,0.000,"), csv);
        assertTrue(csv.contains("2026-07-15T12:01:01Z"), csv);
    }
}
