package energy.setpoint.der.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads what a device tells of itself. */
record DetailReader(RegisterReader registers, PollingReader polling) {

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
  private static final String STRING = "string";

  /** What changes seldom is not read with every poll. */
  private static final int SELDOM = 60;

  List<DeviceDetail> read(YamlSection details) {
    List<DeviceDetail> read = new ArrayList<>();
    for (String name : details.names()) {
      if (NAME.matcher(name).matches()) {
        read.add(detail(name, details.section(name)));
      } else {
        details.note(name, "no usable name", "a small letter, then up to 39 letters and digits");
      }
    }
    return read;
  }

  private DeviceDetail detail(String name, YamlSection section) {
    boolean isText = section.isText("type", STRING);
    DeviceDetail detail =
        isText || section.has("words") ? shown(name, section, isText) : number(name, section);
    section.refuseOtherKeys();
    return detail;
  }

  private DeviceDetail number(String name, YamlSection section) {
    double scale = section.has("scale") ? PointsReader.scale(section) : 1;
    String unit = section.has("unit") ? section.text("unit") : "";
    Conversion conversion = new Conversion(scale, PointUnit.NUMBER, SignConvention.LOAD);
    RegisterPoint point = registers.point(section, conversion);
    DetailForm form = new DetailForm.Number(point, unit);
    Polling often = polling.read(section, SELDOM);
    return new DeviceDetail(name, point.table(), point.address(), form, often);
  }

  private DeviceDetail shown(String name, YamlSection section, boolean isText) {
    RegisterTable table = registers.table(section, List.of(RegisterTable.values()));
    DetailForm form = isText ? text(section, table) : words(section, table);
    int address = registers.address(section, form.registers(), isText ? STRING : "its type");
    return new DeviceDetail(name, table, address, form, polling.read(section, SELDOM));
  }

  private DetailForm text(YamlSection section, RegisterTable table) {
    if (table.isBits()) {
      section.note("type", "'" + STRING + "'", "bool, the only type of a " + table.key());
    }
    section.text("type");
    ByteOrder order =
        section.has("byteOrder")
            ? section.choice("byteOrder", List.of(ByteOrder.values()), ByteOrder::key)
            : ByteOrder.HIGH_FIRST;
    return new DetailForm.Text(section.integer("registers", 1, 125), order);
  }

  private DetailForm words(YamlSection section, RegisterTable table) {
    RegisterEncoding encoding = registers.encoding(section, table);
    return new DetailForm.Words(
        encoding,
        words(section, encoding.type()),
        RegisterReader.notAvailable(section, encoding.type()));
  }

  private static Map<Long, String> words(YamlSection section, RegisterType type) {
    Map<Long, String> words = new HashMap<>();
    section
        .scalarsByKey("words")
        .forEach((number, word) -> {
          Optional<Long> value = numberOf(number, type);
          if (value.isEmpty()) {
            section.note("words", "'" + number + "'", "numbers of one " + type.key() + " as keys");
          }
          value.ifPresent(it -> words.put(it, word));
        });
    return words;
  }

  /** The number that the device gives, which of a signed type may be below 0. */
  private static Optional<Long> numberOf(String text, RegisterType type) {
    OptionalLong bits = RegisterBits.parse(text, type);
    return bits.isPresent() ? Optional.of((long) type.number(bits.getAsLong())) : Optional.empty();
  }
}
