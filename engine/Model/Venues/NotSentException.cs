namespace Workbench.Model;

/// <summary>
/// A call to a venue never left this machine: the circuit breaker was open, the budget spent, the session closing. Whoever
/// sends calls on for an adapter throws it where that is proven of every attempt of the call, and nothing else in its place.
/// </summary>
/// <param name="message">Why, for people. It holds no secret.</param>
/// <param name="inner">The technical cause; null where there is none.</param>
public sealed class NotSentException(string message, Exception? inner = null) : Exception(message, inner);
