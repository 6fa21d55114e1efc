namespace Workbench.App;

/// <summary>A question or command to a running session.</summary>
/// <param name="Token">Proof that the one who asks may read the session's folder.</param>
/// <param name="Verb"><c>status</c>, <c>pause</c>, <c>resume</c>, <c>flatten</c>, <c>kill</c> or <c>stop</c>.</param>
/// <param name="Text">Why, for the journal.</param>
sealed record ControlRequest(string Token, string Verb, string Text);
