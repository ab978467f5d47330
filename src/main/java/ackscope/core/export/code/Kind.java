package ackscope.core.export.code;

import ackscope.core.compose.PayloadType;

/** What sort of value a program gives to a serializer of Kafka's, which makes the same bytes of it as this app. */
enum Kind {
    TEXT("StringSerializer", ""), INT("IntegerSerializer", ""), LONG("LongSerializer", ""), DOUBLE("DoubleSerializer",
            ""), UUID("UUIDSerializer", "java.util.UUID"), BASE64("ByteArraySerializer",
                    "java.util.Base64"), HEX("ByteArraySerializer", "java.util.HexFormat");

    private static final String SERIALIZERS = "org.apache.kafka.common.serialization.";

    private final String serializer;
    private final String needs;

    Kind(String serializer, String needs) {
        this.serializer = serializer;
        this.needs = needs;
    }

    static Kind of(PayloadType type) {
        return switch (type) {
            case STRING, JSON -> TEXT;
            case INT -> INT;
            case LONG -> LONG;
            case DOUBLE -> DOUBLE;
            case UUID -> UUID;
            case BASE64 -> BASE64;
            case HEX -> HEX;
        };
    }

    /** The serializer's simple class name. */
    String serializer() {
        return serializer;
    }

    /** The serializer's class name. */
    String serializerClass() {
        return SERIALIZERS + serializer;
    }

    /** The class besides the serializer's that a value needs; "" for none. */
    String needs() {
        return needs;
    }
}
