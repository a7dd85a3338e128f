"""What pages say, as dates, numbers, codes and addresses: no interface words, no markup but `prose`'s."""
