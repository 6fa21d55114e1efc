namespace Workbench.Data.Parquet;

/// <summary>Reads the values of a page that are not dictionary indices.</summary>
interface IValueDecoder<T>
{
    void Open(ParquetColumn column, ParquetEncoding encoding, byte[] bytes, int start, int stop);

    void Read(Span<T> into);

    /// <summary>Fewest bytes that a value of a dictionary takes: the bound on how many there can be.</summary>
    int LeastBytes(ParquetColumn column);
}
