-- Whoever brings a file is told whether it is one of ours: looked up by its digest.
create index document_revision_sha256 on document_revision (sha256);
