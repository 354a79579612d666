namespace commsearch {}
