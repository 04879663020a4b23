package energy.setpoint.der.template;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads where a value stands and how it is laid out.
 *
 * @param addressBase what the first register of a device is called in its manual, 0 or 1
 */
record RegisterReader(int addressBase) {

  /** All keys of a point but those of its conversion, which the caller has read. */
  RegisterPoint point(YamlSection section, Conversion conversion) {
    RegisterTable table = table(section, List.of(RegisterTable.values()));
    RegisterEncoding encoding = encoding(section, table);
    int address = address(section, encoding.type());
    double offset =
        section.has("offset") ? section.number("offset", "a number", -1e12, 1e12, 0) : 0;
    OptionalInt scaleRegister =
        section.has("scaleRegister")
            ? OptionalInt.of(onTheWire(section, "scaleRegister"))
            : OptionalInt.empty();
    if (scaleRegister.isPresent() && table.isBits()) {
      section.note("scaleRegister", "given", "no scale register for the bits of a " + table.key());
    }
    Set<Long> notAvailable = notAvailable(section, encoding.type());
    return new RegisterPoint(
        table, address, encoding, offset, scaleRegister, conversion, notAvailable);
  }

  RegisterTable table(YamlSection section, List<RegisterTable> allowed) {
    return section.choice("table", allowed, RegisterTable::key);
  }

  /** The address of the first of all registers of a value. */
  int address(YamlSection section, RegisterType type) {
    return address(section, type.registers(), type.key());
  }

  /** The address of the first of so many registers of something. */
  int address(YamlSection section, int registers, String what) {
    int address = onTheWire(section, "address");
    if (address + registers > 65_536) {
      section.note("address", "65535", "room for the " + registers + " registers of " + what);
    }
    return address;
  }

  private int onTheWire(YamlSection section, String key) {
    return section.integer(key, addressBase, 65_535 + addressBase) - addressBase;
  }

  RegisterEncoding encoding(YamlSection section, RegisterTable table) {
    List<RegisterType> fitting =
        table.isBits() ? List.of(RegisterType.BOOL) : List.of(RegisterType.values());
    RegisterType type = section.choice("type", fitting, RegisterType::key);
    WordOrder words = WordOrder.HIGH_FIRST;
    if (section.has("wordOrder")) {
      words = section.choice("wordOrder", List.of(WordOrder.values()), WordOrder::key);
      if (type.registers() == 1) {
        section.note(
            "wordOrder", "given", "no word order for the single register of " + type.key());
      }
    }
    ByteOrder bytes =
        section.has("byteOrder")
            ? section.choice("byteOrder", List.of(ByteOrder.values()), ByteOrder::key)
            : ByteOrder.HIGH_FIRST;
    return new RegisterEncoding(type, words, bytes, mask(section, type));
  }

  private static OptionalLong mask(YamlSection section, RegisterType type) {
    if (!section.has("mask")) {
      return OptionalLong.empty();
    }
    OptionalLong mask =
        section.scalars("mask").stream()
            .findFirst()
            .map(it -> RegisterBits.parse(it, type))
            .orElse(OptionalLong.empty());
    if (!type.isUnsigned() || mask.isEmpty() || mask.getAsLong() == 0) {
      section.note("mask", "not usable", "some bits of an unsigned type, such as 0x00FF");
      return OptionalLong.empty();
    }
    return mask;
  }

  /** The bits that mean "no value". */
  static Set<Long> notAvailable(YamlSection section, RegisterType type) {
    Set<Long> values = new HashSet<>();
    if (section.has("notAvailable")) {
      for (String text : section.scalars("notAvailable")) {
        OptionalLong bits = RegisterBits.parse(text, type);
        if (bits.isEmpty()) {
          section.note(
              "notAvailable",
              "'" + text + "'",
              "the bits of one " + type.key() + ", such as 0x8000");
        } else {
          values.add(bits.getAsLong());
        }
      }
    }
    return values;
  }
}
