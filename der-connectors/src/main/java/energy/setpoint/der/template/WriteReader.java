package energy.setpoint.der.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Reads what is written to a device as it stands in the template. */
record WriteReader(RegisterReader registers) {

  /** The writes of a list, in their order; none when the key is absent. */
  List<RegisterWrite> list(YamlSection parent, String key) {
    List<RegisterWrite> writes = new ArrayList<>();
    if (parent.has(key)) {
      parent.sections(key).forEach(it -> writes.add(write(it)));
    }
    return writes;
  }

  private RegisterWrite write(YamlSection section) {
    RegisterTable table =
        registers.table(section, List.of(RegisterTable.COIL, RegisterTable.HOLDING));
    RegisterEncoding encoding = registers.encoding(section, table);
    int address = registers.address(section, encoding.type());
    OptionalLong bits = bits(section, encoding.type());
    if (encoding.mask().isPresent()) {
      section.note("mask", "given", "whole registers in what is written");
    }
    boolean together = together(section);
    section.refuseOtherKeys();
    List<Integer> words = Arrays.stream(encoding.words(bits.orElse(0))).boxed().toList();
    return new RegisterWrite(table, address, words, together);
  }

  private static OptionalLong bits(YamlSection section, RegisterType type) {
    List<String> values = section.scalars("value");
    OptionalLong bits =
        values.size() == 1 ? RegisterBits.parse(values.getFirst(), type) : OptionalLong.empty();
    if (bits.isEmpty() || (type == RegisterType.BOOL && bits.getAsLong() > 1)) {
      section.note("value", String.join(", ", values), "the bits of one " + type.key());
    }
    return bits;
  }

  Heartbeat heartbeat(YamlSection section) {
    int address = registers.address(section, RegisterType.UINT16);
    Duration every = section.duration("every", Duration.ofSeconds(1), Duration.ofHours(1));
    boolean together = together(section);
    section.refuseOtherKeys();
    return new Heartbeat(address, together, every);
  }

  /** Whether the device takes single registers only with the function code for several. */
  static boolean together(YamlSection section) {
    return section.has("write")
        && section.choice("write", List.of("single", "multiple"), it -> it).equals("multiple");
  }
}
