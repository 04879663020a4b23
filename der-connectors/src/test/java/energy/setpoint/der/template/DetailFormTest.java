package energy.setpoint.der.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DetailFormTest {

  @Test
  void aTextEndsAtTheFirstZeroByte() {
    var serial = new DetailForm.Text(4, ByteOrder.HIGH_FIRST);

    assertThat(serial.show(0x5342, 0x3230, 0x3100, 0x5858)).contains("SB201");
  }

  @Test
  void aTextWithSwappedBytesIsTurned() {
    var serial = new DetailForm.Text(2, ByteOrder.LOW_FIRST);

    assertThat(serial.show(0x4253, 0x3032)).contains("SB20");
  }

  @Test
  void aTextOfSpacesOrZerosIsNone() {
    var serial = new DetailForm.Text(2, ByteOrder.HIGH_FIRST);

    assertThat(serial.show(0x2020, 0x2000)).isEmpty();
    assertThat(serial.show(0, 0x5858)).isEmpty();
  }

  @Test
  void aTextThatWouldCommandATerminalBecomesDots() {
    var serial = new DetailForm.Text(2, ByteOrder.HIGH_FIRST);

    assertThat(serial.show(0x1B5B, 0x324A)).contains(".[2J");
  }

  @Test
  void aNumberIsShownByItsWord() {
    var state =
        new DetailForm.Words(
            RegisterEncoding.of(RegisterType.INT16),
            Map.of(4L, "running", -1L, "fault"),
            Set.of(0x8000L));

    assertThat(state.show(4)).contains("running");
    assertThat(state.show(0xFFFF)).contains("fault");
    assertThat(state.show(7)).contains("unknown (7)");
    assertThat(state.show(0x8000)).isEmpty();
  }
}
