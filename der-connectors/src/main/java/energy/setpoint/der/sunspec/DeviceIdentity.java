package energy.setpoint.der.sunspec;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Who made a device, from its common model; texts are empty where it does not say.
 *
 * @param version of the firmware
 */
public record DeviceIdentity(String maker, String model, String version, String serialNumber) {

  // Model 1: Mn, Md, Vr and SN, offsets and lengths in registers.
  static final Text MAKER = new Text(2, 16);
  static final Text MODEL = new Text(18, 16);
  static final Text VERSION = new Text(42, 8);
  static final Text SERIAL_NUMBER = new Text(50, 16);

  static DeviceIdentity of(List<Model> models) {
    List<Integer> words =
        models.stream()
            .filter(it -> it.is(ModelLayout.COMMON))
            .findFirst()
            .map(Model::words)
            .orElse(List.of());
    return new DeviceIdentity(
        MAKER.in(words), MODEL.in(words), VERSION.in(words), SERIAL_NUMBER.in(words));
  }

  /** A text of two characters in each register, filled up with zeros or blanks. */
  record Text(int offset, int registers) {

    String in(List<Integer> words) {
      if (offset + registers > words.size()) {
        return "";
      }
      byte[] bytes = new byte[2 * registers];
      for (int i = 0; i < registers; i++) {
        int word = words.get(offset + i);
        bytes[2 * i] = (byte) (word >>> 8);
        bytes[2 * i + 1] = (byte) word;
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      int end = text.indexOf('\0');
      // What a device says goes into logs and on terminals: no control characters.
      return (end < 0 ? text : text.substring(0, end)).replaceAll("\\p{Cntrl}", "").strip();
    }
  }
}
