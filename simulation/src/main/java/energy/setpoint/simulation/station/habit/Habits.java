package energy.setpoint.simulation.station.habit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * All that is wrong with a station.
 *
 * @param replies how it answers actions; those that do not occur are answered as they should be
 * @param clockSkew how much its clock is ahead of the true time, negative when it is behind
 * @param forgetsProfiles whether a reboot loses all profiles (against K01.FR.27)
 */
public record Habits(
    Map<String, Reply> replies,
    Obedience obedience,
    Composites composites,
    Duration clockSkew,
    boolean forgetsProfiles) {

  /** A station that does what the specification says. */
  public static final Habits GOOD =
      new Habits(Map.of(), Obedience.PERFECT, Composites.TRUE, Duration.ZERO, false);

  public Habits {
    replies = Map.copyOf(replies);
  }

  public Reply replyTo(String action) {
    return replies.getOrDefault(action, new Reply.Usual());
  }

  public Habits with(String action, Reply reply) {
    Map<String, Reply> more = new HashMap<>(replies);
    more.put(action, reply);
    return new Habits(more, obedience, composites, clockSkew, forgetsProfiles);
  }

  public Habits with(Obedience other) {
    return new Habits(replies, other, composites, clockSkew, forgetsProfiles);
  }

  public Habits with(Composites other) {
    return new Habits(replies, obedience, other, clockSkew, forgetsProfiles);
  }

  public Habits withClockSkew(Duration ahead) {
    return new Habits(replies, obedience, composites, ahead, forgetsProfiles);
  }

  public Habits forgettingProfiles() {
    return new Habits(replies, obedience, composites, clockSkew, true);
  }
}
