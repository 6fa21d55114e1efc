namespace Workbench.Core;

/// <summary>Port: how long a message takes to the simulated venue. What the venue says comes back at once; put the way back into the way there.</summary>
public interface ILatencyModel
{
    /// <summary>Nanoseconds from the decision to the arrival, 0 or more. Messages never overtake each other: a connection is a queue.</summary>
    /// <param name="message">What is sent.</param>
    /// <param name="dice">The venue's own dice, seeded by the run.</param>
    long Nanos(OrderMessage message, SeededRandom dice);

    /// <summary>The same where the instant matters. Default: it does not.</summary>
    /// <param name="message">What is sent.</param>
    /// <param name="time">When it is sent, UTC nanoseconds.</param>
    /// <param name="dice">The venue's own dice, seeded by the run.</param>
    long Nanos(OrderMessage message, long time, SeededRandom dice) => Nanos(message, dice);
}
