namespace Workbench.Scripting.Notebooks;

/// <summary>One frame off the wire.</summary>
/// <param name="IsCommand">A word between the two sockets, not part of a message.</param>
/// <param name="HasMore">More parts of the same message follow.</param>
/// <param name="Body">What it holds.</param>
readonly record struct ZmtpFrame(bool IsCommand, bool HasMore, byte[] Body);
