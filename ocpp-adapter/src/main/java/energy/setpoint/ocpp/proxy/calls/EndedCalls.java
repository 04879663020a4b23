package energy.setpoint.ocpp.proxy.calls;

import energy.setpoint.ocpp.proxy.calls.CallsDown.Call;
import energy.setpoint.ocpp.proxy.calls.CallsDown.Sender;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;

/** The last calls to a station that had their turn, for answers that come late or twice. */
final class EndedCalls {

  private static final int REMEMBERED = 32;

  private final Consumer<String> csms;
  private final LinkedHashMap<String, Ended> ended = new LinkedHashMap<>();

  /**
   * @param answered empty when the call was answered: what follows from it follows once
   */
  private record Ended(Sender sender, Optional<Consumer<String>> answered) {}

  /**
   * @param csms gets a second answer to a call of its own
   */
  EndedCalls(Consumer<String> csms) {
    this.csms = csms;
  }

  void add(Call call) {
    ended.put(call.id(), new Ended(call.sender(), Optional.of(call.answered())));
    if (ended.size() > REMEMBERED) {
      ended.pollFirstEntry();
    }
  }

  /** True when an answer belongs to one of them, whose sender has got it. */
  boolean takesAnswer(String id, String text) {
    Optional<Ended> call = Optional.ofNullable(ended.get(id));
    call.ifPresent(it -> {
      ended.put(id, new Ended(it.sender(), Optional.empty()));
      it.answered().ifPresentOrElse(first -> first.accept(text), () -> again(it.sender(), text));
    });
    return call.isPresent();
  }

  private void again(Sender sender, String text) {
    if (sender == Sender.CSMS) {
      csms.accept(text);
    }
  }
}
