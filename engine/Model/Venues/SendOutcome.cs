namespace Workbench.Model;

/// <summary>What is known after a command was handed to a venue's adapter.</summary>
public enum SendOutcome : byte
{
    /// <summary>The venue answered; whatever it said has been posted as reports.</summary>
    Answered = 1,

    /// <summary>Proven not to have reached the venue: it never left this machine.</summary>
    NotSent,

    /// <summary>Nothing is proven: a time-out, a broken connection, a 5xx, an answer that does not parse. Only a query can tell.</summary>
    Unknown,
}
