package energy.setpoint.ocpp.dialect;

import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Calls that are checked and always answered in the same way, and mean nothing to the engine. */
public final class RoutineCalls {

  private final Map<String, Call> calls;

  /**
   * @param request the wire record; its name is the action
   * @param answer empty for a payload without fields
   */
  public record Call(Class<? extends Record> request, Optional<Record> answer) {}

  private RoutineCalls(Map<String, Call> calls) {
    this.calls = calls;
  }

  public static RoutineCalls of(Call... calls) {
    return new RoutineCalls(
        Arrays.stream(calls)
            .collect(
                Collectors.toUnmodifiableMap(
                    call -> call.request().getSimpleName(), Function.identity())));
  }

  /** Answered with a payload without fields. */
  public static Call noted(Class<? extends Record> request) {
    return new Call(request, Optional.empty());
  }

  public static Call answered(Class<? extends Record> request, Record answer) {
    return new Call(request, Optional.of(answer));
  }

  /** Empty when the action is no routine. */
  public Optional<Handled> handle(String action, JsonNode payload) throws RpcException {
    Call call = calls.get(action);
    if (call == null) {
      return Optional.empty();
    }
    Payloads.read(call.request(), payload);
    JsonNode answer = call.answer().map(Payloads::write).orElseGet(Payloads::empty);
    return Optional.of(new Handled(answer, List.of()));
  }
}
