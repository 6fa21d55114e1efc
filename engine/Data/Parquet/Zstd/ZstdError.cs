namespace Workbench.Data.Parquet.Zstd;

static class ZstdError
{
    public static InvalidDataException Damaged(string cause) => new($"a page's Zstandard stream is damaged: {cause}");
}
