namespace Workbench.Data.Importers.Csv;

/// <summary>What a column of a CSV file can hold.</summary>
enum CsvRole
{
    Time,
    Date,
    Bid,
    Ask,
    BidSize,
    AskSize,
    Price,
    Size,
    Side,
    Open,
    High,
    Low,
    Close,
    Volume,
}
