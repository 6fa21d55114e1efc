namespace Workbench.Simulators.Oanda;

/// <summary>One entry of an account's log. Its id, its time and its batch are given by the log.</summary>
public abstract record Transaction
{
    public abstract string Type { get; }

    public long ID { get; private set; }

    public OandaTime Time { get; private set; }

    public int UserID { get; private set; }

    public string AccountID { get; private set; } = "";

    /// <summary>The first transaction of those that took effect at once.</summary>
    public long BatchID { get; private set; }

    /// <summary>The request that led to it; none where the market or the clock did.</summary>
    public string? RequestID { get; private set; }

    internal void Sign(long id, OandaTime time, int userID, string accountID, long batchID, string? requestID) =>
        (ID, Time, UserID, AccountID, BatchID, RequestID) = (id, time, userID, accountID, batchID, requestID);
}
