package ackscope.core.export.code;

import ackscope.core.compose.Payload;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/** How a language of the JVM writes what a program holds of the record and the settings. */
enum Dialect {
    JAVA("java") {
        @Override
        String type(Kind kind) {
            return switch (kind) {
                case TEXT -> "String";
                case INT -> "Integer";
                case LONG -> "Long";
                case DOUBLE -> "Double";
                case UUID -> "UUID";
                case BASE64, HEX -> "byte[]";
            };
        }

        @Override
        String settings(Map<String, String> named) {
            return lines(named, (name, value) -> "        settings.put(" + name + ", " + value + ");");
        }

        @Override
        String header(String name, String value) {
            return "        record.headers().add(" + name + ", " + value + ");";
        }

        @Override
        String imports(Collection<String> names) {
            return names.stream().map(n -> "import " + n + ";").collect(Collectors.joining("\n"));
        }
    },
    SCALA("scala") {
        @Override
        String type(Kind kind) {
            return switch (kind) {
                case TEXT -> "String";
                case INT -> "java.lang.Integer";
                case LONG -> "java.lang.Long";
                case DOUBLE -> "java.lang.Double";
                case UUID -> "UUID";
                case BASE64, HEX -> "Array[Byte]";
            };
        }

        @Override
        String doubles(String constant) {
            return "java.lang.Double." + constant;
        }

        @Override
        String settings(Map<String, String> named) {
            return lines(named, (name, value) -> "  settings.put(" + name + ", " + value + ")");
        }

        @Override
        String header(String name, String value) {
            return "  record.headers.add(" + name + ", " + value + ")";
        }
    },
    KOTLIN("kotlin") {
        @Override
        String type(Kind kind) {
            return switch (kind) {
                case TEXT -> "String";
                case INT -> "Int";
                case LONG -> "Long";
                case DOUBLE -> "Double";
                case UUID -> "UUID";
                case BASE64, HEX -> "ByteArray";
            };
        }

        @Override
        String string(String text) {
            return super.string(text).replace("\\f", "\\u000C").replace("$", "\\$");
        }

        @Override
        String number(Kind kind, String digits) {
            // The lowest number is minus the highest and one, which is no number of its type.
            return digits.equals(Integer.toString(Integer.MIN_VALUE)) && kind == Kind.INT
                    ? "Int.MIN_VALUE"
                    : digits.equals(Long.toString(Long.MIN_VALUE)) && kind == Kind.LONG
                            ? "Long.MIN_VALUE"
                            : super.number(kind, digits);
        }

        @Override
        String utf8(String text) {
            return string(text) + ".toByteArray()";
        }

        @Override
        String settings(Map<String, String> named) {
            return lines(named, (name, value) -> "    settings[" + name + "] = " + value);
        }

        @Override
        String header(String name, String value) {
            return "    record.headers().add(" + name + ", " + value + ")";
        }
    },
    CLOJURE("clojure") {
        @Override
        String comment(String words) {
            return ";; " + words;
        }

        @Override
        String type(Kind kind) {
            return "";
        }

        @Override
        String nothing() {
            return "nil";
        }

        @Override
        String number(Kind kind, String digits) {
            return switch (kind) {
                case INT -> "(Integer/valueOf " + digits + ")";
                case LONG -> "(Long/valueOf " + digits + ")";
                default -> "(Double/valueOf " + super.number(kind, digits) + ")";
            };
        }

        @Override
        String doubles(String constant) {
            return "Double/" + constant;
        }

        @Override
        String call(String type, String method, String argument) {
            return "(" + type + "/" + method + " " + argument + ")";
        }

        @Override
        String decoded(String maker, String type, String method, String argument) {
            return "(." + method + " (" + type + "/" + maker + ") " + argument + ")";
        }

        @Override
        String utf8(String text) {
            return "(.getBytes " + string(text) + " StandardCharsets/UTF_8)";
        }

        @Override
        String settings(Map<String, String> named) {
            return lines(named, (name, value) -> "   " + name + " " + value).strip();
        }

        @Override
        String header(String name, String value) {
            return "(.add (.headers record) " + name + " " + value + ")";
        }

        @Override
        String imports(Collection<String> names) {
            return names.stream().collect(Collectors.groupingBy(n -> n.substring(0, n.lastIndexOf('.')),
                    java.util.TreeMap::new,
                    Collectors.mapping(n -> n.substring(n.lastIndexOf('.') + 1), Collectors.joining(" "))))
                    .entrySet().stream().map(e -> "   (" + e.getKey() + " " + e.getValue() + ")")
                    .collect(Collectors.joining("\n"));
        }
    };

    private final String file;

    Dialect(String file) {
        this.file = file;
    }

    /** What the templates of this language begin with. */
    String file() {
        return file;
    }

    /** A line of comment. */
    String comment(String words) {
        return "// " + words;
    }

    /** The type of a key or value. */
    abstract String type(Kind kind);

    /** One line for each setting. */
    abstract String settings(Map<String, String> named);

    /** A line that adds a header; both arguments are code. */
    abstract String header(String name, String value);

    /** Sorted class names as imports. */
    String imports(Collection<String> names) {
        return names.stream().map(n -> "import " + n).collect(Collectors.joining("\n"));
    }

    String nothing() {
        return "null";
    }

    /** A literal; the escapes of JSON are those of all four, but for what is overridden. */
    String string(String text) {
        return json(text);
    }

    /** A string of JSON, which is one of YAML too. */
    static String json(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** A number of a kind from its digits. */
    String number(Kind kind, String digits) {
        return switch (kind) {
            case LONG -> digits + "L";
            case DOUBLE -> switch (digits) {
                case "NaN" -> doubles("NaN");
                case "Infinity" -> doubles("POSITIVE_INFINITY");
                case "-Infinity" -> doubles("NEGATIVE_INFINITY");
                default -> digits;
            };
            default -> digits;
        };
    }

    /** A constant of {@code java.lang.Double}. */
    String doubles(String constant) {
        return "Double." + constant;
    }

    /** A static method's call. */
    String call(String type, String method, String argument) {
        return type + "." + method + "(" + argument + ")";
    }

    /** A call of what a static method without arguments makes. */
    String decoded(String maker, String type, String method, String argument) {
        return type + "." + maker + "()." + method + "(" + argument + ")";
    }

    /** A string's bytes. */
    String utf8(String text) {
        return string(text) + ".getBytes(StandardCharsets.UTF_8)";
    }

    /** A key or value. */
    String value(Payload payload) {
        if (payload.isNull()) {
            return nothing();
        }
        Kind kind = Kind.of(payload.type());
        String text = payload.text();
        return switch (kind) {
            case TEXT -> string(text);
            case INT -> number(kind, Integer.toString(Integer.parseInt(text)));
            case LONG -> number(kind, Long.toString(Long.parseLong(text)));
            case DOUBLE -> number(kind, Double.toString(Double.parseDouble(text)));
            case UUID -> call("UUID", "fromString", string(text));
            case BASE64 -> decoded("getDecoder", "Base64", "decode", string(text));
            case HEX -> decoded("of", "HexFormat", "parseHex", string(text));
        };
    }

    /** A header's value: always bytes. */
    String bytes(Payload payload) {
        if (payload.isNull()) {
            return nothing();
        }
        return Kind.of(payload.type()) == Kind.TEXT
                ? utf8(payload.text())
                : decoded("of", "HexFormat", "parseHex",
                        string(HexFormat.of().formatHex(payload.type().bytes(payload.text()))));
    }

    /** One line of code for a setting; both arguments are literals. */
    interface Line {
        String of(String name, String value);
    }

    String lines(Map<String, String> named, Line line) {
        return named.entrySet().stream().map(e -> line.of(string(e.getKey()), string(e.getValue())))
                .collect(Collectors.joining("\n"));
    }
}
