namespace Workbench.Scripting.Notebooks;

/// <summary>A request as it came in, with its signature checked.</summary>
/// <param name="From">Whom to answer.</param>
/// <param name="Envelope">What stood before the message, and must stand before the answer: addresses of those on the way.</param>
/// <param name="Header">Its header, byte for byte: it becomes the parent header of all that follows from it.</param>
/// <param name="Type">What is asked, such as <c>execute_request</c>.</param>
/// <param name="Session">The front end that asks.</param>
/// <param name="Metadata">What is said beside it.</param>
/// <param name="Content">The question.</param>
sealed record JupyterMessage(ZmtpConnection From, IReadOnlyList<byte[]> Envelope, byte[] Header, string Type, string Session, JupyterFields Metadata, JupyterFields Content)
{
    /// <summary>Its number in the order in which requests came in; 0 where nobody counts.</summary>
    public long Number { get; init; }
}
