package energy.setpoint.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import energy.setpoint.ocpp.rpc.transport.Transport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives, an endpoint neither breaks nor stops answering. */
class FrameFuzzTest {

  private static final List<String> SEEDS =
      List.of(
          "[2,\"19223201\",\"BootNotification\",{\"reason\":\"PowerUp\",\"n\":1.50}]",
          "[3,\"19223201\",{\"status\":\"Accepted\",\"list\":[1,2,{\"a\":null}]}]",
          "[4,\"19223201\",\"NotSupported\",\"Ünïcode\",{}]",
          "[6,\"1\",\"NotifyPeriodicEventStream\",{\"id\":1}]");
  private static final String BITS = "[]{},:\"\\ \t\n0123456789-+.eEtrufalsn\u0000\uD800ä€";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void survivesAnyText(long seed) {
    var random = new Random(seed);
    var faults = new ArrayList<Throwable>();
    var sent = new ArrayList<String>();
    var endpoint = endpointThatNeverCloses(sent, faults);

    for (int i = 0; i < 20_000; i++) {
      endpoint.receive(mutate(SEEDS.get(random.nextInt(SEEDS.size())), random));
    }
    sent.clear();
    endpoint.receive("[2,\"last\",\"Heartbeat\",{}]");

    assertThat(faults).as("seed %d", seed).isEmpty();
    assertThat(sent).as("seed %d", seed).containsExactly("[3,\"last\",{}]");
  }

  private static RpcEndpoint endpointThatNeverCloses(List<String> sent, List<Throwable> faults) {
    var patient =
        new RpcSettings(
            RpcSettings.DEFAULT.callTimeout(),
            1,
            Integer.MAX_VALUE,
            RpcSettings.DEFAULT.badFrameWindow());
    return RpcEndpoint.over(
            new SentFrames(sent),
            (action, payload) -> CallHandler.Reply.of(FrameCodec.emptyObject()),
            new RpcRules(Enum::name, true))
        .settings(patient)
        .wallClock(() -> Instant.EPOCH)
        .listener(
            new RpcListener() {
              @Override
              public void fault(Throwable cause) {
                faults.add(cause);
              }
            })
        .build();
  }

  private static String mutate(String text, Random random) {
    var mutant = new StringBuilder(text);
    for (int edits = random.nextInt(6); edits > 0 && !mutant.isEmpty(); edits--) {
      int at = random.nextInt(mutant.length());
      char bit = BITS.charAt(random.nextInt(BITS.length()));
      switch (random.nextInt(4)) {
        case 0 -> mutant.setCharAt(at, bit);
        case 1 -> mutant.insert(at, bit);
        case 2 -> mutant.deleteCharAt(at);
        default -> mutant.insert(at, mutant.substring(at, Math.min(mutant.length(), at + 10)));
      }
    }
    return mutant.toString();
  }

  private record SentFrames(List<String> sent) implements Transport {
    @Override
    public void send(String text) {
      sent.add(text);
    }

    @Override
    public void close(int code, String reason) {
      throw new AssertionError("closed with " + code + ": " + reason);
    }
  }
}
