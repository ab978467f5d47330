package ackscope.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ackscope.core.compose.PayloadType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema says what the reader takes. */
class ScenarioSchemaTest {
    private static final Path SCHEMA = Path.of("assets", "scenarios", "scenario.schema.json");

    private final JsonNode schema;
    private final Schema checks;

    ScenarioSchemaTest() throws IOException {
        String text = Files.readString(SCHEMA);
        schema = new ObjectMapper().readTree(text);
        checks = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    }

    static List<String> names() {
        return Scenarios.names();
    }

    private List<?> problems(String text) {
        return checks.validate(text, InputFormat.JSON);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theAppsOwnScenariosConform(String name) throws IOException {
        assertEquals(List.of(), problems(Files.readString(SCHEMA.resolveSibling(name + ".json"))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsWrittenConforms(String name) {
        assertEquals(List.of(), problems(ScenarioText.of(Scenarios.builtIn(name))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{'version':2,'title':'t','expect':{'lost':1}}",
            "{'version':1,'title':'','expect':{'lost':1}}", "{'version':1,'title':'t','expect':{}}",
            "{'version':1,'title':'t','expect':{'lots':1}}", "{'version':1,'title':'t','expect':{'lost':-1}}",
            "{'version':1,'title':'t','expect':{'lost':1},'twin':{'acks':'1'}}",
            "{'version':1,'title':'t','expect':{'lost':1},'workload':{'bytes':100}}",
            "{'version':1,'title':'t','expect':{'lost':1},'workload':{'records':1,'bytes':100,'value':'x'}}",
            "{'version':1,'title':'t','expect':{'lost':1},'steps':[{'after':{'ms':1}}]}",
            "{'version':1,'title':'t','expect':{'lost':1},'steps':[{'rival':true,'heal':true}]}",
            "{'version':1,'title':'t','expect':{'lost':1},'steps':[{'rival':true,'next':2}]}",
            "{'version':1,'title':'t','expect':{'lost':1},'steps':[{'heal':true,'which':2}]}",
            "{'version':1,'title':'t','expect':{'lost':1},'steps':[{'undo':'broker-kill','which':0}]}",
            "{'version':1,'title':'t','expect':{'exceptions':1}}"})
    void whatIsNoScenarioDoesNotConform(String text) {
        assertFalse(problems(text.replace('\'', '"')).isEmpty());
    }

    @Test
    void itNamesEveryQuantity() {
        assertEquals(Arrays.stream(Quantity.values()).map(Quantity::id).collect(Collectors.toCollection(TreeSet::new)),
                keys(schema.at("/$defs/expect/properties")));
    }

    @Test
    void itNamesEveryTypeAndEveryWait() {
        assertEquals(Arrays.stream(PayloadType.values()).map(LoadForm::name).toList(),
                texts(schema.at("/$defs/payloadType/enum")));
        assertEquals(Stream.of(Step.Until.values()).map(Step.Until::id).skip(1).toList(),
                texts(schema.at("/$defs/step/properties/until/enum")));
    }

    private static Set<String> keys(JsonNode node) {
        TreeSet<String> keys = new TreeSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> texts(JsonNode node) {
        return Stream.iterate(0, i -> i < node.size(), i -> i + 1).map(i -> node.get(i).asText()).toList();
    }
}
